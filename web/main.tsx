import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './app/look.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { startLanguages } from './app/languages.ts';
import { printInLight } from './app/print-in-light.ts';

const place = document.getElementById('root');
if (!place) throw new Error('the page has no place for the application');
printInLight(document.documentElement);
await startLanguages();
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
