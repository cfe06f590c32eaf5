"""The editor's pictures: PNG or JPEG, looked into before anything else opens them."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from portal.files.inspection import inspection


class PictureField(WagtailImageField):
    """Says beside the field what the store would refuse. Wagtail's own trips over what begins as a picture and is none."""

    def to_python(self, data: Any) -> Any:
        if data:
            try:
                inspection.picture(data.read(inspection.LARGEST + 1))
            except inspection.FileRefused as refused:
                raise ValidationError(" ".join(refused.sentences)) from refused
            data.seek(0)
        return super().to_python(data)


class PictureForm(BaseImageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            self.fields["file"] = PictureField(label=field.label, required=field.required, widget=field.widget)
