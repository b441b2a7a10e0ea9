/** The attributes of `<baoyan-archive>`; each is observed while the element lives. */
export interface BaoyanAttributes {
  /** The archive's folder or file. The module has none inside: without it the element says so. */
  src?: string;
  /** What the page speaks: `zh-CN`, `zh-TW` or `en`. */
  lang?: string;
  /** Light or dark whatever the reader's system says. */
  theme?: 'light' | 'dark';
  /** What is searched for at first, filters included. */
  query?: string;
  /** Only the search, only the charts, or both. */
  view?: 'search' | 'charts' | 'both';
  /** A county to begin with. */
  county?: string;
  /** A year to begin with. */
  year?: string | number;
  /** How many articles a page of results has, 1 to 200. */
  limit?: string | number;
  /** The newspaper's name, for citations. */
  publication?: string;
}

/** The element. */
export interface BaoyanArchiveElement extends HTMLElement {}

/** A date as precise as it is known: `2024`, `2024-03`, `2024-03-05`, or a range of two with `/` between. */
export type PartialDate = string;

/** What an archive holds. */
export interface Info {
  format: number;
  region: string | null;
  counties: string[];
  articles: number;
  initiatives: number;
  characters: number;
  first_date: PartialDate | null;
  last_date: PartialDate | null;
}

/** Something the reader should know about how a query was taken. */
export interface Note {
  kind: 'corrected' | 'unknown-filter' | 'ignored';
  reason: string;
  subject: string;
  text: string;
  suggestion: string | null;
}

/** One article that answers a query. */
export interface Hit {
  id: string;
  title: string | null;
  /** A title of our making where the page prints none. */
  display_title: string | null;
  /** Half-open ranges of characters (Unicode scalar values). */
  title_highlights: [number, number][];
  score: number;
  county: string | null;
  date: PartialDate | null;
  url: string | null;
  page: string | null;
  standing_head: string | null;
  names: string[];
  snippet: { text: string; highlights: [number, number][] };
  initiatives: string[];
}

/** How many hits there are by county and by year. */
export interface Facets {
  county: [string, number][];
  year: [number, number][];
}

/** The answer to a query. */
export interface Answer {
  query: string;
  micros: number;
  total: number;
  total_is_exact: boolean;
  notes: Note[];
  hits: Hit[];
  facets: Facets;
  choices: Facets;
}

/** The numbers behind the charts, for the articles that answer a query; `null` gathers what has no county or no year. */
export interface Stats {
  query: string;
  articles: number;
  initiatives: number;
  figures: number;
  by_county: { county: string | null; articles: number; initiatives: number; figures: number }[];
  by_year: {
    year: number | null;
    articles: number;
    initiatives: number;
    figures: number;
    basis: Record<'explicit' | 'relative' | 'inherited' | 'issue' | 'none', number>;
  }[];
  county_year: { county: string | null; year: number | null; articles: number; initiatives: number }[];
}

/** How an answer is wanted. */
export interface SearchOptions {
  limit?: number;
  offset?: number;
  sort?: 'relevance' | 'newest' | 'oldest';
  /** Whether each hit says why it stands where it stands. */
  explain?: boolean;
  /** `false` where nobody wants `facets` and `choices`, which a large archive has to fetch. */
  facets?: boolean;
  /** `true` where `facets` and `choices` shall have `column` and `reporter`, which a large archive has to fetch, too. */
  names?: boolean;
}

/** An archive that is open. */
export interface Archive {
  search(query: string, options?: SearchOptions): Promise<Answer>;
  stats(query: string): Promise<Stats>;
  info(): Info;
}

/** Why an archive did not open; an `Error` that is thrown has it as `code`. */
export type FailureCode = 'network' | 'integrity' | 'version' | 'corrupt' | 'unsupported';

declare global {
  interface Window {
    /** There once the module has run: wait for `baoyan:ready`, or for the element to be defined. */
    baoyan: { open(src?: string): Promise<Archive> };
  }
  interface HTMLElementTagNameMap {
    'baoyan-archive': BaoyanArchiveElement;
  }
  interface HTMLElementEventMap {
    /** An archive is open. */
    'baoyan:ready': CustomEvent<Info>;
    /** A query was answered. */
    'baoyan:search': CustomEvent<{ query: string; total: number }>;
    /** An article was chosen; a page that shows it otherwise prevents the default. */
    'baoyan:open': CustomEvent<{ id: string }>;
    /** An archive did not open. */
    'baoyan:error': CustomEvent<{ code: FailureCode; message: string }>;
  }
}
