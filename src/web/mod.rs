//! The page in a browser: the custom element, its components and hooks, and the JavaScript API. Everything that can be
//! decided without a browser is decided in [`view`](crate::view).

mod api;
mod app;
mod components;
mod element;
mod event;
mod fetch;
mod hooks;
mod source;
mod style;

pub use element::start;
