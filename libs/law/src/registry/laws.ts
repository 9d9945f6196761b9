interface Law {
  readonly zh: string;
  readonly en: string;
  /** Number or year of the text that is implemented. */
  readonly version: string;
}

/** The texts the rules stand on, by the short name that sources use. */
export const LAWS: Readonly<Record<string, Law>> = {
  民法典: { zh: '中华人民共和国民法典', en: 'Civil Code', version: '2021-01-01' },
  民事诉讼法: { zh: '中华人民共和国民事诉讼法', en: 'Civil Procedure Law', version: '2023年修正' },
  民诉法解释: { zh: '最高人民法院关于适用《中华人民共和国民事诉讼法》的解释', en: 'Interpretation of the Civil Procedure Law', version: '2022年修正' },
  行政诉讼法: { zh: '中华人民共和国行政诉讼法', en: 'Administrative Litigation Law', version: '2017年修正' },
  行政复议法: { zh: '中华人民共和国行政复议法', en: 'Administrative Reconsideration Law', version: '2023年修订' },
  劳动争议调解仲裁法: { zh: '中华人民共和国劳动争议调解仲裁法', en: 'Labour Dispute Mediation and Arbitration Law', version: '2008-05-01' },
  办案规则: { zh: '劳动人事争议仲裁办案规则', en: 'Arbitration case-handling rules', version: '人社部令第33号' },
  企业劳动争议协商调解规定: { zh: '企业劳动争议协商调解规定', en: 'Enterprise negotiation and mediation rules', version: '人社部令第17号' },
  人民法院在线调解规则: { zh: '人民法院在线调解规则', en: 'Court online mediation rules', version: '法释〔2021〕23号' },
  '法释〔2011〕5号': { zh: '最高人民法院关于人民调解协议司法确认程序的若干规定', en: "Rules on judicial confirmation of people's mediation agreements", version: '法释〔2011〕5号' },
  人民调解法: { zh: '中华人民共和国人民调解法', en: "People's Mediation Law", version: '2011-01-01' },
  劳动法: { zh: '中华人民共和国劳动法', en: 'Labour Law', version: '2018年修正' },
  劳动合同法: { zh: '中华人民共和国劳动合同法', en: 'Labour Contract Law', version: '2012年修正' },
  实施条例: { zh: '中华人民共和国劳动合同法实施条例', en: 'Implementing regulations of the Labour Contract Law', version: '国务院令第535号' },
  解释一: { zh: '最高人民法院关于审理劳动争议案件适用法律问题的解释（一）', en: 'Interpretation (1) on labour disputes', version: '法释〔2020〕26号' },
  解释二: { zh: '最高人民法院关于审理劳动争议案件适用法律问题的解释（二）', en: 'Interpretation (2) on labour disputes', version: '法释〔2025〕12号' },
  社会保险法: { zh: '中华人民共和国社会保险法', en: 'Social Insurance Law', version: '2018年修正' },
  工伤保险条例: { zh: '工伤保险条例', en: 'Work-injury insurance regulations', version: '国务院令第586号' },
  工伤认定办法: { zh: '工伤认定办法', en: 'Measures for recognising work injuries', version: '人社部令第8号' },
  劳动能力鉴定管理办法: { zh: '劳动能力鉴定管理办法', en: 'Labour-capacity appraisal measures', version: '人社部令第55号' },
  '法释〔2014〕9号': { zh: '最高人民法院关于审理工伤保险行政案件若干问题的规定', en: 'Rules on administrative cases of work-injury insurance', version: '法释〔2014〕9号' },
  非法用工单位伤亡人员一次性赔偿办法: { zh: '非法用工单位伤亡人员一次性赔偿办法', en: 'One-off compensation by illegal employers', version: '人社部令第9号' },
  工资支付暂行规定: { zh: '工资支付暂行规定', en: 'Provisional rules on paying wages', version: '劳部发〔1994〕489号' },
  最低工资规定: { zh: '最低工资规定', en: 'Minimum wage rules', version: '劳动保障部令第21号' },
  劳动保障监察条例: { zh: '劳动保障监察条例', en: 'Labour inspection regulations', version: '国务院令第423号' },
  '人社部发〔2025〕2号': { zh: '关于职工全年月平均工作时间和工资折算问题的通知', en: 'Notice on converting monthly working time and pay', version: '人社部发〔2025〕2号' },
  '人社厅函〔2020〕135号': { zh: '人社部办公厅关于休假安排与加班工资的复函', en: 'Reply on days off and overtime pay', version: '人社厅函〔2020〕135号' },
  全国年节及纪念日放假办法: { zh: '全国年节及纪念日放假办法', en: 'Measures on public holidays', version: '2024年修订' },
  职工带薪年休假条例: { zh: '职工带薪年休假条例', en: 'Paid annual leave regulations', version: '国务院令第514号' },
  企业职工带薪年休假实施办法: { zh: '企业职工带薪年休假实施办法', en: 'Measures on annual leave in enterprises', version: '人社部令第1号' },
  '劳部发〔1995〕309号': { zh: '关于贯彻执行《中华人民共和国劳动法》若干问题的意见', en: 'Opinions on carrying out the Labour Law', version: '劳部发〔1995〕309号' },
  '劳部发〔1994〕479号': { zh: '企业职工患病或非因工负伤医疗期规定', en: 'Medical period rules', version: '劳部发〔1994〕479号' },
  女职工劳动保护特别规定: { zh: '女职工劳动保护特别规定', en: 'Special rules on protecting women at work', version: '国务院令第619号' },
  集体合同规定: { zh: '集体合同规定', en: 'Collective contract rules', version: '劳动保障部令第22号' },
  工资集体协商试行办法: { zh: '工资集体协商试行办法', en: 'Trial measures on collective wage bargaining', version: '劳动保障部令第9号' },
  劳务派遣暂行规定: { zh: '劳务派遣暂行规定', en: 'Provisional rules on labour dispatch', version: '人社部令第22号' },
  法律援助法: { zh: '中华人民共和国法律援助法', en: 'Legal Aid Law', version: '2022-01-01' },
  超龄规定: { zh: '超龄劳动者基本权益保障暂行规定', en: 'Provisional rules on over-age workers', version: '人社部令第56号' },
  妇女权益保障法: { zh: '中华人民共和国妇女权益保障法', en: "Law on protecting women's rights", version: '2022年修订' },
  保障农民工工资支付条例: { zh: '保障农民工工资支付条例', en: "Regulations on paying migrant workers' wages", version: '国务院令第724号' },
  '人社部发〔2021〕56号': { zh: '关于维护新就业形态劳动者劳动保障权益的指导意见', en: 'Guiding opinions on workers in new forms of employment', version: '人社部发〔2021〕56号' },
  '人社部发〔2025〕24号': { zh: '人社部发〔2025〕24号（新就业形态人员职业伤害保障）', en: 'Notice on extending the occupational-injury scheme', version: '人社部发〔2025〕24号' },
  个人信息保护法: { zh: '中华人民共和国个人信息保护法', en: 'Personal Information Protection Law', version: '2021-11-01' },
};
