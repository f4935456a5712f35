"""What is heard: a place's murmur, steps and trains, and announcements as captions. Made by the program itself."""

from .ambience import Ambience, Volumes
from .announcements import Announcement, announcements

__all__ = ["Ambience", "Announcement", "Volumes", "announcements"]
