//! `baoyan serve`: shows pages as a site at an address of this machine.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock};
use std::time::{Duration, SystemTime};

use anyhow::Context;
use baoyan::ingest;
use baoyan::site::digest;

use crate::cli::{Pages, ServeArgs};
use crate::report::{Done, Usage};
use crate::shown::Shown;
use crate::site::{Published, plan, write};
use crate::site_folder::Record;

/// Where a free port is looked for.
const PORTS: std::ops::RangeInclusive<u16> = 8080..=8180;
/// A request longer than this is none of a browser's.
const LONGEST: u64 = 16_384;

pub fn run(args: &ServeArgs) -> anyhow::Result<Done> {
    let (listener, port) = listen(args.port)?;
    let plan = plan(&args.look)?;
    let shown = Shown::of(&args.pages)?;
    let folder = shown.folder();
    let Published { files, done } = write(&folder, &args.pages, &plan, false)?;
    let files = Arc::new(RwLock::new(Arc::new(files)));
    println!("The site is at http://127.0.0.1:{port}/ (Ctrl+C ends it).");
    let (answering, home) = (files.clone(), folder.clone());
    let server = std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let files = answering.read().map(|files| files.clone()).unwrap_or_default();
            let home = home.clone();
            // A reader who goes away in the middle is no error of ours.
            std::thread::spawn(move || drop(answer(stream, &home, &files)));
        }
    });
    if args.watch {
        let mut seen = state(&args.pages);
        while !server.is_finished() {
            std::thread::sleep(Duration::from_secs(1));
            let now = state(&args.pages);
            if now == seen {
                continue;
            }
            seen = now;
            match write(&folder, &args.pages, &plan, false) {
                Ok(Published { files: new, .. }) => {
                    eprintln!("The pages have changed: reload to see them.");
                    if let Ok(mut files) = files.write() {
                        *files = Arc::new(new);
                    }
                }
                Err(error) => eprintln!("baoyan: {error:#}; what was served before is still served"),
            }
        }
    }
    drop(server.join());
    Ok(done)
}

/// Which files there are to read, and when each was last changed.
fn state(pages: &Pages) -> Vec<(String, Option<SystemTime>)> {
    let paths: Vec<PathBuf> = pages.paths.iter().filter(|path| *path != Path::new("-")).cloned().collect();
    let (sources, _) = ingest::walk(&paths);
    let changed = |path: &str| std::fs::metadata(path).and_then(|meta| meta.modified()).ok();
    sources.into_iter().map(|source| (source.path.clone(), changed(&source.path))).collect()
}

fn listen(wanted: Option<u16>) -> anyhow::Result<(TcpListener, u16)> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    let listener = match wanted {
        Some(port) => bind(port)
            .map_err(|error| Usage(format!("port {port}: {error}; choose another with --port N, or leave it out")))?,
        None => PORTS.clone().find_map(|port| bind(port).ok()).with_context(|| {
            format!("no port from {} to {} is free; choose one with --port N", PORTS.start(), PORTS.end())
        })?,
    };
    let port = listener.local_addr()?.port();
    Ok((listener, port))
}

/// Answers one request: GET or HEAD of a file of the site (RFC 9110). Every file may be used by pages of other origins.
fn answer(mut stream: TcpStream, folder: &Path, files: &Record) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new(stream.try_clone()?.take(LONGEST)).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    let mut known = None;
    for line in lines.map_while(Result::ok).take_while(|line| !line.is_empty()) {
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("if-none-match")
        {
            known = Some(value.trim().to_owned());
        }
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    // What does not begin at the root is no path; `/` alone stands for it, as no file of a site has that name.
    let path = target.split(['?', '#']).next().and_then(|target| target.strip_prefix('/')).unwrap_or("/");
    let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let file = files.contains_key(&path).then(|| fs::read(folder.join(&path)).ok()).flatten();
    let (status, kind, tag, body) = match (method, file) {
        ("GET" | "HEAD", Some(bytes)) => {
            let tag = format!("\"{}\"", digest(&bytes));
            match known.as_ref() == Some(&tag) {
                true => ("304 Not Modified", media_type(&path), tag, Vec::new()),
                false => ("200 OK", media_type(&path), tag, bytes),
            }
        }
        ("GET" | "HEAD", None) => ("404 Not Found", PLAIN, "\"\"".to_owned(), b"There is no such file.\n".to_vec()),
        _ => ("405 Method Not Allowed", PLAIN, "\"\"".to_owned(), b"Only GET and HEAD are answered.\n".to_vec()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nETag: {tag}\r\nCache-Control: no-cache\r\n\
         Access-Control-Allow-Origin: *\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n"
    )?;
    // An answer without a body must not change the length that the browser knows.
    if !status.starts_with("304") {
        write!(stream, "Content-Length: {}\r\n", body.len())?;
    }
    stream.write_all(b"\r\n")?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

const PLAIN: &str = "text/plain; charset=utf-8";

/// The media type by a name's ending.
fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => PLAIN,
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}
