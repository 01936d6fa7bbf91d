"""A list that goes on: its first item has the number or the letter that the text has."""

import re
from dataclasses import replace

import pytest
from tests.sample import sample

from avtalsgen.model.nodes import Document, List, ListItem, Paragraph, Section, Text
from avtalsgen.writers import WRITERS
from avtalsgen.writers.render import Render
