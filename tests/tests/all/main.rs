//! Every test of the workspace that is not beside the code it tests. One binary links once, and
//! its tests share the cores from the first to the last.

mod broken;
mod commands;
mod compiler;
mod exports;
mod library;
mod outside;
mod published;
#[cfg(unix)]
mod release;
