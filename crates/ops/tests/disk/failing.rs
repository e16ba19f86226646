//! A disk that is full or broken, and processes that are killed at what they do to it.
