"""The voices that come with the project: one file each, registered like anybody's."""
