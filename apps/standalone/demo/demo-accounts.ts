import type { Specialty } from '@hejie/law';
import type { StaffRole } from '@hejie/identity/contract';

/** The same for every demo account; a real installation makes its own accounts and never runs the demo. */
export const DEMO_PASSWORD = 'hejie-demo';
/** Base32; any authenticator app takes it, and `npm run staff-code` prints the code of the moment. */
export const DEMO_TOTP_SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

export type OrganisationKey = 'city' | 'station' | 'law_firm' | 'commission' | 'court';

export interface DemoStaff {
  readonly username: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly at: OrganisationKey;
  /** Printed at the first start. */
  readonly shown?: string;
}

export const DEMO_STAFF: readonly DemoStaff[] = [
  { username: 'mediator', name: '陈调解', role: 'mediator', at: 'city', shown: '调解员 mediator' },
  { username: 'mediator2', name: '刘调解', role: 'mediator', at: 'station' },
  { username: 'operator', name: '坐席小周', role: 'operator', at: 'city', shown: '12351 坐席 hotline operator' },
  { username: 'grid', name: '网格员小丁', role: 'grid_officer', at: 'station', shown: '网格员 grid officer' },
  { username: 'legal', name: '法律部赵主任', role: 'legal_officer', at: 'city', shown: '法律工作部 legal department' },
  { username: 'legal2', name: '法律部钱科长', role: 'legal_officer', at: 'city', shown: '法律工作部复核 legal department, second officer' },
  { username: 'admin', name: '管理员小林', role: 'admin', at: 'city', shown: '管理员 administrator of accounts' },
  { username: 'commission', name: '仲裁委收案窗口', role: 'partner', at: 'commission', shown: '仲裁委员会 arbitration commission' },
  { username: 'court', name: '法院立案窗口', role: 'partner', at: 'court', shown: '人民法院 court' },
];

export interface DemoLawyer {
  readonly username: string;
  readonly name: string;
  readonly kind: 'volunteer' | 'resident' | 'law_firm';
  /** Made up. */
  readonly licenceNumber: string;
  readonly specialties: readonly Specialty[];
  readonly region: string;
  readonly languages: readonly string[];
  readonly capacity: number;
}

const lawyer = (n: number, name: string, kind: DemoLawyer['kind'], specialties: readonly Specialty[], region: string, languages: readonly string[] = ['普通话'], capacity = 6): DemoLawyer => ({
  username: `lawyer${n}`,
  name,
  kind,
  licenceNumber: `1370220${String(n + 9).padStart(2, '0')}10${String(n).padStart(6, '0')}`,
  specialties,
  region,
  languages,
  capacity,
});

/** Fourteen union-aid lawyers, as in Pingdu's report. */
export const DEMO_LAWYERS: readonly DemoLawyer[] = [
  lawyer(1, '王守正', 'resident', ['INJURY', 'LITIGATION'], '平度市', ['普通话', '青岛话']),
  lawyer(2, '李晓梅', 'volunteer', ['WAGES', 'MIGRANT'], '平度市'),
  lawyer(3, '张海涛', 'law_firm', ['CONTRACT', 'TERMINATION'], '平度市'),
  lawyer(4, '刘文静', 'law_firm', ['WOMEN', 'LEAVE_WELFARE'], '市南区'),
  lawyer(5, '赵立新', 'volunteer', ['PLATFORM', 'INJURY'], '市北区', ['普通话', '胶东话']),
  lawyer(6, '孙国强', 'resident', ['SOCIAL_SECURITY', 'WAGES'], '胶州市'),
  lawyer(7, '周婷', 'volunteer', ['TERMINATION', 'LITIGATION'], '城阳区'),
  lawyer(8, '吴建国', 'law_firm', ['COLLECTIVE', 'WAGES'], '黄岛区'),
  lawyer(9, '郑秋云', 'volunteer', ['INJURY', 'ADMIN'], '莱西市'),
  lawyer(10, '冯志远', 'law_firm', ['IP_NONCOMPETE', 'CONTRACT'], '崂山区', ['普通话', 'English']),
  lawyer(11, '陈春华', 'volunteer', ['MIGRANT', 'WAGES'], '即墨区'),
  lawyer(12, '褚明', 'resident', ['PUBLIC_SECTOR', 'CONTRACT'], '市南区'),
  lawyer(13, '卫红', 'volunteer', ['CROSS_BORDER', 'CONTRACT'], '市南区', ['普通话', 'English', '한국어']),
  lawyer(14, '蒋学民', 'law_firm', ['LITIGATION', 'INJURY'], '李沧区'),
];
