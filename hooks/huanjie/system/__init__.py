"""The machine: clock, disk, files, streams, processes, sockets, and messages on errors of the system."""
