"""Django's own permissions, answered from seats: only the editors' seat opens Wagtail's editor."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

EDITOR_PERMISSIONS = "documents.edit_public"


class SeatBackend(AuthenticationBackend):
    """allauth signs people in; what their groups allow in Wagtail counts only while a seat of today makes them editors.

    The one backend there is: allauth's own would answer for groups too, whatever the seat.
    """

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        if obj is not None or not user_obj.is_authenticated or not user_obj.may(EDITOR_PERMISSIONS):
            return set()
        return {f"{app}.{name}" for app, name in self._group_permissions(user_obj)}

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        return perm in self.get_all_permissions(user_obj, obj)

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        return any(perm.startswith(f"{app_label}.") for perm in self.get_all_permissions(user_obj))

    def _group_permissions(self, user: Any) -> list[tuple[str, str]]:
        from django.contrib.auth.models import Permission

        if not hasattr(user, "_editor_permissions"):
            rows = Permission.objects.filter(group__user=user).values_list("content_type__app_label", "codename")
            user._editor_permissions = list(rows)
        return user._editor_permissions
