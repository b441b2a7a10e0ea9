//! A site as it is served on this machine.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::cli::{Folder, PAGE, baoyan, region};
use super::site::page;

/// A server that runs as long as the test.
struct Server {
    child: std::process::Child,
    port: u16,
}

impl Server {
    fn start(folder: &Folder, args: &[&str]) -> Server {
        let mut child = Command::new(env!("CARGO_BIN_EXE_baoyan"))
            .args([&["serve", "--port", "0"], args].concat())
            .env("XDG_CACHE_HOME", folder.path("cache"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut said = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut said).unwrap();
        let port = said.split("127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next()).unwrap();
        Server { port: port.parse().unwrap(), child }
    }

    /// The status and the rest of an answer.
    fn ask(&self, request: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(stream, "{request}\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        (answer.split(' ').nth(1).unwrap().parse().unwrap(), answer)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_site_is_served_with_its_types_and_nothing_else_is() {
    let folder = Folder::new();
    let pages = folder.file("news/page.txt", PAGE);
    let server = Server::start(&folder, &[&pages, "--page", &page(&folder), "--region", &region()]);
    let (status, index) = server.ask("GET /?q=a HTTP/1.1");
    assert_eq!(status, 200);
    assert!(index.contains("Content-Type: text/html; charset=utf-8") && index.contains("清溪行动"));
    assert!(index.contains("Access-Control-Allow-Origin: *"));
    let tag = index.split("ETag: ").nth(1).and_then(|rest| rest.split('\r').next()).unwrap();
    let (status, unchanged) = server.ask(&format!("GET / HTTP/1.1\r\nIf-None-Match: {tag}"));
    assert!(status == 304 && unchanged.ends_with("\r\n\r\n") && !unchanged.contains("Content-Length"), "{unchanged}");
    assert!(server.ask("GET /archive/archive.baoyan HTTP/1.1").1.contains("application/octet-stream"));
    assert!(server.ask("HEAD / HTTP/1.1").1.ends_with("\r\n\r\n"));
    assert_eq!(server.ask("POST / HTTP/1.1").0, 405);
    for nothing in ["/../../../../etc/passwd", "/%2e%2e/page.txt", "/news/page.txt", "//"] {
        assert_eq!(server.ask(&format!("GET {nothing} HTTP/1.1")).0, 404, "{nothing}");
    }
    let port = server.port.to_string();
    let taken = baoyan(&["serve", &pages, "--page", &page(&folder), "--port", &port]);
    taken.said(2, &[&port, "choose another with --port"]);
}

#[test]
fn changed_pages_are_shown_while_they_are_watched() {
    let folder = Folder::new();
    let pages = folder.file("news/page.txt", PAGE);
    let server = Server::start(&folder, &[&pages, "--watch", "--page", &page(&folder), "--region", &region()]);
    assert!(!server.ask("GET / HTTP/1.1").1.contains("绿水行动"));
    folder.file("news/page.txt", PAGE.replace("清溪", "绿水"));
    let end = Instant::now() + Duration::from_secs(30);
    while !server.ask("GET / HTTP/1.1").1.contains("绿水行动") {
        assert!(Instant::now() < end, "the change is not shown");
        std::thread::sleep(Duration::from_millis(200));
    }
}

/// Whoever serves has a folder alone; one that is free again is taken up, and what nobody used for long goes.
#[test]
fn two_who_serve_the_same_pages_do_not_mix() {
    let folder = Folder::new();
    let pages = folder.file("news/page.txt", PAGE);
    let old = folder.file("cache/baoyan/served/old/lock", "");
    let long_ago = std::time::SystemTime::now() - Duration::from_secs(61 * 24 * 60 * 60);
    fs::File::options().write(true).open(&old).unwrap().set_modified(long_ago).unwrap();
    let (page, region) = (page(&folder), region());
    let serve = |title: &str| Server::start(&folder, &[&pages, "--page", &page, "--region", &region, "--title", title]);
    let served = || fs::read_dir(folder.path("cache/baoyan/served")).unwrap().count();
    let (one, other) = (serve("青禾日报"), serve("云溪晚报"));
    assert!(one.ask("GET / HTTP/1.1").1.contains("<title>青禾日报</title>"));
    assert!(other.ask("GET / HTTP/1.1").1.contains("<title>云溪晚报</title>"));
    assert_eq!(served(), 2);
    drop(one);
    let third = serve("清溪周刊");
    assert!(third.ask("GET / HTTP/1.1").1.contains("<title>清溪周刊</title>"));
    assert!(other.ask("GET / HTTP/1.1").1.contains("<title>云溪晚报</title>"));
    assert_eq!(served(), 2);
}
