"""The programme on paper: what to hang on a wall."""
