"""Getting in and out."""

from django.contrib.auth.views import (
    LoginView,
    LogoutView,
    PasswordChangeDoneView,
    PasswordChangeView,
)
from django.urls import reverse_lazy

from moderation.access import for_editors, private

login = private(
    LoginView.as_view(
        template_name="moderation/login.html",
        extra_context={"title": "Inloggen"},
    )
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
