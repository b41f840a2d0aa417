"""Getting in and out."""

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import (
    LoginView,
    LogoutView,
    PasswordChangeDoneView,
    PasswordChangeView,
)
from django.urls import reverse_lazy

from moderation.access import for_editors, private


class LoginForm(AuthenticationForm):
    def clean_username(self) -> str:
        """Accounts are made in lower case; phones like to begin with a capital."""
        return str(self.cleaned_data["username"]).strip().lower()


login = private(
    LoginView.as_view(authentication_form=LoginForm, template_name="moderation/login.html")
)
logout = private(LogoutView.as_view())
password = for_editors(
    PasswordChangeView.as_view(
        template_name="moderation/password.html",
        success_url=reverse_lazy("moderation:password_changed"),
    )
)
password_changed = for_editors(
    PasswordChangeDoneView.as_view(template_name="moderation/password_changed.html")
)
