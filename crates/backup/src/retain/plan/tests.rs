//! What a policy keeps.
