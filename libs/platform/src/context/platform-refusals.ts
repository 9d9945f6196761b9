import { refusals } from './refusal.js';

/** Refusals that belong to the door itself rather than to a context. */
export const platformRefusals = {
  VALIDATION_FAILED: 400,
  MALFORMED_REQUEST: 400,
  UNAUTHENTICATED: 401,
  ORIGIN_REFUSED: 403,
  CSRF_REFUSED: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  FILE_WITHOUT_COPY: 422,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
} as const;

export const refusePlatform = refusals(platformRefusals);

/** What somebody gets who asks for a thing that does not exist or is not theirs: the two look the same. */
export const notFound = () => refusePlatform('NOT_FOUND');

export const platformMessages = {
  'zh-CN': {
    VALIDATION_FAILED: '有些内容没有填对，请按提示修改后再提交。已填写的内容都还在。',
    MALFORMED_REQUEST: '收到的内容不完整或格式不对，请刷新页面后再试。',
    UNAUTHENTICATED: '请先登录。',
    ORIGIN_REFUSED: '请求来源不对，请从本平台的页面上操作。',
    CSRF_REFUSED: '页面已过期，请刷新后再试。',
    NOT_FOUND: '没有找到，或者您无权查看。',
    METHOD_NOT_ALLOWED: '不支持这种操作。',
    CONFLICT: '内容已被更新，请刷新后再试。',
    PAYLOAD_TOO_LARGE: '内容太大，请缩小后再上传。',
    UNSUPPORTED_MEDIA_TYPE: '不支持这种文件或内容格式。',
    FILE_WITHOUT_COPY: '这份文件里的位置信息去不掉（可能设有密码、已损坏，或者里面嵌着别的文件），暂时不能给别人看。请上传的人去掉密码，或者另存为 JPG、PDF、MP3、MP4 后重新上传。',
    TOO_MANY_REQUESTS: '操作太频繁，请稍后再试。',
    INTERNAL: '系统出了问题，我们已经记录下来。您可以稍后再试；如需帮助，请告知编号 {requestId}。',
    UNAVAILABLE: '服务暂时不可用，请稍后再试。',
    'issue.missing': '没有填，或者填得不对。',
    'issue.needed': '这一项要填。',
    'issue.format': '格式不对。',
    'issue.choice': '请从给出的选项里选。',
    'issue.least.text': '太短了，至少 {n} 个字。',
    'issue.most.text': '太长了，最多 {n} 个字。',
    'issue.least.number': '太小了，下限是 {n}。',
    'issue.most.number': '太大了，上限是 {n}。',
    'issue.least.list': '至少要有 {n} 项。',
    'issue.most.list': '最多 {n} 项。',
  },
  en: {
    VALIDATION_FAILED: 'Some answers need correcting. Nothing you entered has been lost.',
    MALFORMED_REQUEST: 'The request was incomplete or malformed. Please reload the page and try again.',
    UNAUTHENTICATED: 'Please sign in first.',
    ORIGIN_REFUSED: 'The request came from the wrong place. Please use the pages of this platform.',
    CSRF_REFUSED: 'This page has expired. Please reload it and try again.',
    NOT_FOUND: 'Not found, or not yours to see.',
    METHOD_NOT_ALLOWED: 'This operation is not supported here.',
    CONFLICT: 'This has changed in the meantime. Please reload and try again.',
    PAYLOAD_TOO_LARGE: 'This is too large. Please make it smaller and upload it again.',
    UNSUPPORTED_MEDIA_TYPE: 'This kind of file or content is not supported.',
    FILE_WITHOUT_COPY: 'The location in this file cannot be removed (it may have a password, be damaged, or hold other files), so it is not shown to others yet. Whoever uploaded it may take the password off, or save it as JPG, PDF, MP3 or MP4, and upload it again.',
    TOO_MANY_REQUESTS: 'Too many attempts. Please try again later.',
    INTERNAL: 'Something went wrong on our side and has been recorded. Please try again later, quoting {requestId} if you need help.',
    UNAVAILABLE: 'The service is not available at the moment. Please try again later.',
    'issue.missing': 'Missing, or not filled in correctly.',
    'issue.needed': 'This is needed.',
    'issue.format': 'Not in the right form.',
    'issue.choice': 'Please choose one of those offered.',
    'issue.least.text': 'Too short: at least {n} characters.',
    'issue.most.text': 'Too long: at most {n} characters.',
    'issue.least.number': 'Too small: the limit is {n}.',
    'issue.most.number': 'Too large: the limit is {n}.',
    'issue.least.list': 'At least {n} of them.',
    'issue.most.list': 'At most {n} of them.',
  },
} as const;
