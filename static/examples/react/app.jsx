// The archive in a React app (React 19): attributes are props, and events are heard on the element.

import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'baoyan';

function Archive({ src, query, onSearch }) {
  const element = useRef(null);
  useEffect(() => {
    const host = element.current;
    const heard = (event) => onSearch(event.detail);
    host.addEventListener('baoyan:search', heard);
    return () => host.removeEventListener('baoyan:search', heard);
  }, [onSearch]);
  return <baoyan-archive ref={element} src={src} query={query} lang="zh-CN" />;
}

function App() {
  const [query, setQuery] = useState('');
  const [found, setFound] = useState(null);
  return (
    <>
      <nav>
        {['茶园', '夜市'].map((word) => (
          <button key={word} onClick={() => setQuery(word)}>
            {word}
          </button>
        ))}
        <output>{found && `${found.query}: ${found.total}`}</output>
      </nav>
      <Archive src="https://news.example/archive/archive/" query={query} onSearch={setFound} />
    </>
  );
}

createRoot(document.getElementById('app')).render(<App />);
