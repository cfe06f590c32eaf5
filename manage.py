#!/usr/bin/env python
"""Django's command line for the portal."""

import sys

from portal import settings

if __name__ == "__main__":
    settings.choose()
    from django.core.management import execute_from_command_line

    with settings.in_one_sentence():
        execute_from_command_line(sys.argv)
