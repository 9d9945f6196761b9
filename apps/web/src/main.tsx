import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { queries } from './api/queries.js';
import { App } from './app/app.js';
import './design/tokens.css';
import { startTranslations } from './i18n/index.js';

void startTranslations().then(() => {
  document.documentElement.toggleAttribute('data-elder', localStorage.getItem('hejie.elder') === 'yes');
  createRoot(document.getElementById('root')!).render(
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>,
  );
});
