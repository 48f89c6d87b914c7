import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.js';
import { preferences } from './app/preferences.js';
import { startLanguage } from './language/index.js';
import './app/base.css';

// a newer release has taken the old files away: the page begins anew, once
addEventListener('vite:preloadError', () => {
  if (sessionStorage.getItem('huiyin.reloaded') === location.href) return;
  sessionStorage.setItem('huiyin.reloaded', location.href);
  location.reload();
});

const root = document.getElementById('root');
if (!root) throw new Error('no root');

await startLanguage(preferences().language);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
