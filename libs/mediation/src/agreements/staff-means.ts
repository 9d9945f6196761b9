import type { SignedInMeans } from '@hejie/identity';

/** How staff who sign by their session had signed in. `staff_session`: nobody wrote it down then. */
export type StaffMeans = Exclude<SignedInMeans, 'phone_code'> | 'staff_session';

/** In the words of papers: no more than is known. */
export const STAFF_MEANS: Readonly<Record<StaffMeans, string>> = {
  password_totp: '实名双因素登录',
  oidc_two_factor: '单位统一身份认证双因素登录',
  oidc: '单位统一身份认证登录',
  staff_session: '工作人员账号登录',
};

export function staffMeans(means: SignedInMeans): StaffMeans {
  return means === 'phone_code' ? 'staff_session' : means;
}
