// Use cases, for a host that acts as people do (the demo city). Contexts ask each other by the services of index.ts.
export { AnswerRequest } from './requests/answer-request.js';
export { AskLawyer } from './requests/ask-lawyer.js';
