### Bank files, the history, the settings.
