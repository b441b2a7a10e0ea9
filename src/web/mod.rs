//! The page in a browser: the custom element, its components, and the JavaScript API. Everything that can be
//! decided without a browser is decided in [`view`](crate::view).

mod address;
mod api;
mod app;
mod asking;
mod components;
mod desk;
mod drawn;
mod element;
mod event;
mod failure;
mod fetch;
mod listener;
mod message;
mod offline;
mod pen;
mod recent;
mod region;
mod save;
mod screen;
mod share;
mod source;
mod stage;
mod style;
mod wish;

pub use element::start;
