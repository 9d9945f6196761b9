import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest's environment for Node in a context without interceptors. In the one Jest makes, V8 asks a proxy for each global name that is used (`Object`,
 * `Buffer`, `Promise`), wherever it stands: a quarter of what a worker computed. Jest offers no choice of the context, so it is made for it.
 */
export default class PlainContext extends TestEnvironment {
  constructor(config, context) {
    const { createContext } = vm;
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(config, context);
    } finally {
      vm.createContext = createContext;
    }
  }
}
