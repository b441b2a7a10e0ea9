import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { BaoyanAttributes, BaoyanArchiveElement } from './baoyan.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'baoyan-archive': DetailedHTMLProps<HTMLAttributes<BaoyanArchiveElement>, BaoyanArchiveElement> & BaoyanAttributes;
    }
  }
}
