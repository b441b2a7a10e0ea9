use wasm_bindgen::prelude::*;
use yew::Callback;

#[wasm_bindgen(module = "/static/js/offline.js")]
extern "C" {
    #[wasm_bindgen(js_name = watch)]
    fn watch_in_script(tell: &JsValue);

    /// Does one of the [`OfflineWish`]es.
    pub fn act(wish: u32);
}

/// What the service worker says.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Offline {
    flags: u32,
    /// Bytes of the archive that are kept beyond what the page needs anyway.
    pub kept: f64,
    /// Bytes of the archive that can be kept.
    pub total: f64,
}

/// What a reader may want of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfflineWish {
    /// The new version.
    Update,
    /// The page among the device's programs.
    Install,
    /// All of the archive on this device.
    Keep,
    /// No more of it.
    Stop,
}

impl Offline {
    /// Whether the page opens without a network.
    pub fn ready(self) -> bool {
        self.flags & 1 != 0
    }

    /// Whether a new version waits.
    pub fn update(self) -> bool {
        self.flags & 2 != 0
    }

    /// Whether the browser offers to install the page.
    pub fn installable(self) -> bool {
        self.flags & 4 != 0
    }

    /// Whether the archive is being kept.
    pub fn keeping(self) -> bool {
        self.flags & 8 != 0
    }

    /// Whether keeping it failed.
    pub fn failed(self) -> bool {
        self.flags & 16 != 0
    }
}

/// Begins to work without a network, where the browser and the document's policy let it; each change is told.
pub fn watch(tell: Callback<Offline>) {
    let told = move |flags, kept, total| tell.emit(Offline { flags, kept, total });
    watch_in_script(&Closure::<dyn Fn(u32, f64, f64)>::new(told).into_js_value());
}

/// Whether the document is in a frame that may not have an origin: there is no storage then, and nothing to work offline with.
pub fn is_sandboxed() -> bool {
    let window = gloo::utils::window();
    // A file on a disk has no origin either, and is no frame.
    window.origin() == "null" && window.location().protocol().is_ok_and(|protocol| protocol.starts_with("http"))
}
