//! Google Drive.
