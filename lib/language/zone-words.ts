/** Minutes east of UTC, or the place whose clock counts where a name holds for summer and winter. */
export const ZONES: Readonly<Record<string, number | string>> = {
  eastern: 'America/New_York', pacific: 'America/Los_Angeles', central: 'America/Chicago', mountain: 'America/Denver',
  et: 'America/New_York', pt: 'America/Los_Angeles', ct: 'America/Chicago', mt: 'America/Denver',
  utc: 0, gmt: 0, z: 0, bst: 60, wet: 0, west: 60, cet: 60, cest: 120, est: -300, edt: -240, cst: -360, cdt: -300, mst: -420,
  mdt: -360, pst: -480, pdt: -420, ast: -240, adt: -180, nst: -210, ndt: -150, akst: -540, akdt: -480, hst: -600,
  ist: 330, pkt: 300, sgt: 480, hkt: 480, jst: 540, kst: 540, awst: 480, acst: 570, acdt: 630, aest: 600, aedt: 660,
  nzst: 720, nzdt: 780, eet: 120, eest: 180, msk: 180, sast: 120, brt: -180,
};

/** The first words of "… standard time" and "… daylight time": the offset of the one, an hour more for the other. */
export const STANDARD: Readonly<Record<string, number>> = {
  eastern: -300, central: -360, mountain: -420, pacific: -480, atlantic: -240, alaska: -540, hawaii: -600, indian: 330,
  'central european': 60, 'eastern european': 120, japan: 540, 'greenwich mean': 0, 'british summer': 60,
};

/** Countries and places that give no zone its name: "UK time", "California time". */
export const PLACES: Readonly<Record<string, string>> = {
  uk: 'Europe/London', british: 'Europe/London', england: 'Europe/London', german: 'Europe/Berlin', germany: 'Europe/Berlin',
  france: 'Europe/Paris', french: 'Europe/Paris', italy: 'Europe/Rome', spain: 'Europe/Madrid', swiss: 'Europe/Zurich',
  japan: 'Asia/Tokyo', india: 'Asia/Kolkata', indian: 'Asia/Kolkata', mumbai: 'Asia/Kolkata', delhi: 'Asia/Kolkata',
  bangalore: 'Asia/Kolkata', china: 'Asia/Shanghai', beijing: 'Asia/Shanghai', korea: 'Asia/Seoul', israel: 'Asia/Jerusalem',
  california: 'America/Los_Angeles', 'san francisco': 'America/Los_Angeles', sf: 'America/Los_Angeles', la: 'America/Los_Angeles',
  seattle: 'America/Los_Angeles', texas: 'America/Chicago', dallas: 'America/Chicago', houston: 'America/Chicago',
  boston: 'America/New_York', nyc: 'America/New_York', ny: 'America/New_York', miami: 'America/New_York', atlanta: 'America/New_York',
  washington: 'America/New_York', alaska: 'America/Anchorage', hawaii: 'Pacific/Honolulu', montreal: 'America/Toronto',
  'new zealand': 'Pacific/Auckland', munich: 'Europe/Berlin', hamburg: 'Europe/Berlin', barcelona: 'Europe/Madrid',
};
