import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from './api/client.js';
import { App } from './app/app.js';
import './design/tokens.css';
import { startTranslations } from './i18n/index.js';

const queries = new QueryClient({
  defaultOptions: { queries: { staleTime: 5000, retry: (n, error) => !(error instanceof ApiProblem) && n < 2 } },
});

void startTranslations().then(() => {
  document.documentElement.toggleAttribute('data-elder', localStorage.getItem('hejie.elder') === 'yes');
  createRoot(document.getElementById('root')!).render(
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>,
  );
});
