use super::File;

/// The page as it was built: what every site around an archive has in common.
#[derive(Clone, Debug)]
pub struct Page {
    files: Vec<File>,
    index: String,
    worker: String,
    manifest: serde_json::Value,
}

/// Files that are not the page.
#[derive(Debug, thiserror::Error)]
#[error("{0}; build it with ./dev build, or take a baoyan that has the page inside")]
pub struct NotAPage(String);

impl Page {
    /// The page that these files are.
    ///
    /// # Errors
    /// When a file is missing that every page has, or is not as the build leaves it.
    pub fn new(mut files: Vec<File>) -> Result<Page, NotAPage> {
        let mut take = |path: &str| {
            let place = files.iter().position(|file| file.path == path);
            let place = place.ok_or_else(|| NotAPage(format!("this is no built page: it has no {path}")))?;
            let text = String::from_utf8(files.swap_remove(place).bytes);
            text.map_err(|_| NotAPage(format!("{path} of the page is not UTF-8")))
        };
        let (index, worker, manifest) = (take("index.html")?, take("sw.js")?, take("manifest.webmanifest")?);
        let manifest = serde_json::from_str(&manifest)
            .map_err(|error| NotAPage(format!("manifest.webmanifest of the page: {error}")))?;
        let has_element = index.contains("<baoyan-archive") && index.contains("</baoyan-archive>");
        if !has_element || !index.contains("</head>") || !worker.contains(super::worker::PLACE) {
            return Err(NotAPage("this is no page of this version of baoyan".to_owned()));
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Page { files, index, worker, manifest })
    }

    /// The files that a site takes over as they are.
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// The document.
    pub fn index(&self) -> &str {
        &self.index
    }

    /// The service worker, which has no list of files yet.
    pub fn worker(&self) -> &str {
        &self.worker
    }

    /// The web app manifest.
    pub fn manifest(&self) -> &serde_json::Value {
        &self.manifest
    }

    /// The elements of the document's head that load the page: its scripts with what they need, its style sheet, its icon.
    pub fn loading(&self) -> String {
        let head = self.index.split("</head>").next().unwrap_or_default();
        let tags = head.split_inclusive('>').filter_map(|text| text.find('<').and_then(|start| text.get(start..)));
        let loads = ["stylesheet", "modulepreload", "preload", "icon"].map(|what| format!("rel=\"{what}\""));
        let mut loading = String::new();
        for tag in tags {
            if tag.starts_with("<script") {
                loading.push_str(tag);
                loading.push_str("</script>\n");
            } else if tag.starts_with("<link") && loads.iter().any(|rel| tag.contains(rel)) {
                loading.push_str(tag);
                loading.push('\n');
            }
        }
        loading
    }
}
