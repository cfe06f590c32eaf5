"""The editor's pictures: PNG or JPEG, drawn again before anything else looks at them."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.images.forms import BaseImageForm

from portal.files import inspecting


class PictureForm(BaseImageForm):
    """Says beside the field what the store would refuse."""

    def clean_file(self) -> Any:
        sent = self.cleaned_data["file"]
        if "file" not in self.changed_data:
            return sent
        sent.seek(0)
        try:
            inspecting.picture(sent.read(inspecting.LARGEST + 1))
        except inspecting.FileRefused as refused:
            raise ValidationError(" ".join(refused.sentences)) from refused
        sent.seek(0)
        return sent
