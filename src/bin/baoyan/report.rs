//! Messages on stderr and the exit status.

use std::io::ErrorKind;
use std::process::ExitCode;

use baoyan::model::Problem;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// All was well.
    Well,
    /// Something in the input was wrong, and was said.
    WithProblems,
}

impl Done {
    /// Says what was wrong, and whether anything was.
    pub fn report(problems: &[Problem]) -> Done {
        for Problem { path, line, what, mend } in problems {
            let line = line.map(|line| format!(":{line}")).unwrap_or_default();
            eprintln!("baoyan: {path}{line}: {what}; {mend}");
        }
        if problems.is_empty() { Done::Well } else { Done::WithProblems }
    }
}

/// Wrong usage that only shows when the arguments are used.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Usage(pub String);

/// The exit status, after saying what failed.
pub fn exit(done: anyhow::Result<Done>) -> ExitCode {
    match done {
        Ok(Done::Well) => ExitCode::SUCCESS,
        Ok(Done::WithProblems) => ExitCode::from(1),
        // Whoever reads stdout has seen enough (`baoyan … | head`).
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("baoyan: {error:#}");
            ExitCode::from(if error.is::<Usage>() { 2 } else { 1 })
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| match cause.downcast_ref::<std::io::Error>() {
        Some(error) => error.kind() == ErrorKind::BrokenPipe,
        None => {
            cause.downcast_ref::<serde_json::Error>().and_then(|e| e.io_error_kind()) == Some(ErrorKind::BrokenPipe)
        }
    })
}
