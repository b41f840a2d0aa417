from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class ModerationConfig(AppConfig):
    name = "moderation"

    def ready(self) -> None:
        from moderation.accounts import make_groups

        # Sent for apps that have models, in order: with this one all permissions are there.
        post_migrate.connect(make_groups, sender=apps.get_app_config("submissions"))
