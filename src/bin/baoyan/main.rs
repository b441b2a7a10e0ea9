//! `baoyan`: reads newspaper pages, builds archives, and asks them.
//!
//! Answers go to stdout, messages to stderr. Exit status: 0 done; 1 something in the input was wrong (the rest was
//! done); 2 wrong usage.

mod analyze;
mod aside;
mod cache;
mod check;
mod cli;
mod documents;
mod folder;
mod gather;
mod index;
mod input;
mod inspect;
mod labels;
mod open;
mod progress;
mod report;
mod search;
mod serve;
mod sheet;
mod shown;
mod site;
mod site_folder;
mod spool;
mod stats;
mod table;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use cli::{Cli, Command};

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Inspect(args) => inspect::run(&args),
        Command::Analyze(args) => analyze::run(&args),
        Command::Index(args) => index::run(&args),
        Command::Site(args) => site::run(&args),
        Command::Serve(args) => serve::run(&args),
        Command::Search(args) => search::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Stats(args) => stats::run(&args),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Cli::command(), "baoyan", &mut std::io::stdout());
            Ok(report::Done::Well)
        }
    };
    report::exit(done)
}
