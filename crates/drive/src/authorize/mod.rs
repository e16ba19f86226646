//! Asking a person for the permission.
