//! Starts the page: makes the custom element and the JavaScript API known to the browser.

/// Two-level segregated fit: constant time, and less code to download than the standard library's allocator.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    baoyan::web::start();
}
