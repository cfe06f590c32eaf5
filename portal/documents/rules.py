import rules

from portal.documents.enums import Permission
from portal.network.rules import is_editor, is_landelijk_bureau

rules.add_perm(Permission.EDIT_PUBLIC, is_editor)
rules.add_perm(Permission.IMPORT, is_editor | is_landelijk_bureau)
rules.add_perm(Permission.SETTLE, is_editor | is_landelijk_bureau)
