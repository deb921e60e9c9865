"""The machine: clock, disk, files, streams, processes, sockets, and what to say when the system could not."""
