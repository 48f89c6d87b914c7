import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.js';
import { preferences } from './app/preferences.js';
import { startLanguage } from './language/index.js';
import './app/base.css';

const root = document.getElementById('root');
if (!root) throw new Error('no root');

await startLanguage(preferences().language);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
