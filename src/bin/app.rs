//! Starts the page: makes the custom element and the JavaScript API known to the browser.

fn main() {
    baoyan::web::start();
}
