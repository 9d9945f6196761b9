import { Component, lazy, type ComponentType, type ReactNode, useState } from 'react';
import { Failure } from '../design/parts.js';

/** A page in a chunk of its own. Where the chunk does not come, or the page breaks, that is said and can be tried again. */
export function page<K extends string>(load: () => Promise<Record<K, ComponentType>>, name: K): ComponentType {
  const fresh = () => lazy(async (): Promise<{ default: ComponentType }> => ({ default: (await load())[name] }));
  let current = fresh();
  return function LazyPage() {
    const [tries, setTries] = useState(0);
    const Page = current;
    const retry = () => {
      current = fresh();
      setTries(tries + 1);
    };
    return <Caught key={tries} retry={retry}><Page /></Caught>;
  };
}

class Caught extends Component<{ retry: () => void; children: ReactNode }> {
  override state: { error?: unknown } = {};
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override render() {
    return 'error' in this.state ? <main><Failure error={this.state.error} retry={this.props.retry} /></main> : this.props.children;
  }
}
