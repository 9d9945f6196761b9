/** What the page of rights says, in Chinese. */
export const zhCN: Readonly<Record<string, string>> = {
  'rights.lead': '不用登录。回答几个问题，看看法律怎么说、能要多少、什么时候以前要办。答案只留在这次打开的页面里。',
  'rights.restart': '全部清除，重新开始',
  'rights.file': '用这些内容申请调解',
};
