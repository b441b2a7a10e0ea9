//! Every file of an archive, damaged in every way: no command gives an answer that is not the whole archive's.

use std::path::{Path, PathBuf};

use baoyan::engine::{Archive, Options};

use crate::cli::{Folder, archive, baoyan};

const QUERIES: [&str; 5] = ["", "清溪行动", "县:临汐县", "问题 河道", "“春雨课堂”"];

/// The files of a folder, and of those in it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(self::files(&path)) } else { files.push(path) }
    }
    files.sort();
    files
}

fn flipped(bytes: &[u8], bit: usize) -> Vec<u8> {
    let mut damaged = bytes.to_vec();
    damaged[bit / 8] ^= 1 << (bit % 8);
    damaged
}

/// Ways to damage a file; `None` takes it away.
fn damages(good: &[u8], other: Option<&[u8]>) -> Vec<(String, Option<Vec<u8>>)> {
    let mut version = good.to_vec();
    version[8] ^= 3;
    let mut long = good.to_vec();
    long.push(0);
    let mut damages: Vec<(String, Option<Vec<u8>>)> = [
        ("missing", None),
        ("empty", Some(Vec::new())),
        ("cut in half", Some(good[..good.len() / 2].to_vec())),
        ("cut by a byte", Some(good[..good.len() - 1].to_vec())),
        ("longer by a byte", Some(long)),
        ("of another version", Some(version)),
        ("a page that says there is none", Some(b"<!doctype html><title>404</title><p>not found".to_vec())),
        ("swapped with another", other.map(<[u8]>::to_vec).or_else(|| Some(good.iter().rev().copied().collect()))),
    ]
    .map(|(what, bytes)| (what.to_owned(), bytes))
    .to_vec();
    let bits = good.len() * 8;
    damages.extend((0..16).map(|n| n * bits / 16 + n % 8).map(|bit| (format!("bit {bit}"), Some(flipped(good, bit)))));
    damages
}

/// The commands that read an archive, and what each of them says.
fn commands(folder: &str) -> Vec<(String, i32, String, String)> {
    let mut commands = vec![vec!["check", folder], vec!["stats", folder, "--format", "json"]];
    commands.extend(QUERIES.map(|query| vec!["search", folder, query, "--format", "json"]));
    let mut said = Vec::new();
    for command in commands {
        let run = baoyan(&command);
        // How long it took is no part of the answer.
        let micros = run.stdout.find("\"micros\":").map(|at| at + 9);
        let digits = |at: usize| at + run.stdout[at..].find(',').unwrap();
        let stdout =
            micros.map_or(run.stdout.clone(), |at| format!("{}{}", &run.stdout[..at], &run.stdout[digits(at)..]));
        said.push((command.join(" "), run.status, stdout, run.stderr));
    }
    said
}

#[test]
fn every_damage_of_every_file_is_refused_by_every_command() {
    let folder = Folder::new();
    let out = archive(&folder);
    let right = commands(&out);
    assert!(right.iter().all(|(_, status, ..)| *status == 0), "{right:#?}");
    let files = files(Path::new(&out));
    for file in &files {
        let good = std::fs::read(file).unwrap();
        let other = files.iter().find(|other| *other != file).map(|other| std::fs::read(other).unwrap());
        for (what, bytes) in damages(&good, other.as_deref()) {
            match bytes {
                Some(bytes) => std::fs::write(file, bytes).unwrap(),
                None => std::fs::remove_file(file).unwrap(),
            }
            for ((command, status, stdout, stderr), (.., answer, _)) in commands(&out).into_iter().zip(&right) {
                let what = format!("{} {what}: {command}", file.display());
                // What an answer does not need may be damaged; what `check` passes may not.
                if status == 0 {
                    assert!(!command.starts_with("check"), "{what}: passed");
                    assert_eq!(stdout, *answer, "{what}: a wrong answer without a word");
                } else {
                    assert_eq!((status, stdout.as_str()), (1, ""), "{what}: {stderr}");
                    assert!(!stderr.contains("panicked") && stderr.len() > 40, "{what}: {stderr}");
                }
            }
        }
        std::fs::write(file, good).unwrap();
    }
    assert_eq!(commands(&out), right, "whole again, it answers again");
}

#[test]
fn every_flipped_bit_of_an_archive_is_found_when_it_is_opened() {
    let folder = Folder::new();
    let file = format!("{}/archive.baoyan", archive(&folder));
    let good = std::fs::read(file).unwrap();
    assert_eq!(Archive::open(good.clone()).unwrap().search("", Options::default()).total, 2);
    for bit in 0..good.len() * 8 {
        let error = Archive::open(flipped(&good, bit)).err();
        let code = error.unwrap_or_else(|| panic!("bit {bit} was flipped unnoticed")).code();
        assert!(["integrity", "version", "corrupt"].contains(&code), "bit {bit}: {code}");
    }
}
