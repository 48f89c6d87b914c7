import { theme, type ThemeConfig } from 'antd';

const shared = {
  fontFamily: 'var(--family)',
  borderRadius: 6,
  fontSize: 15,
  fontSizeLG: 16,
  controlHeight: 36,
  wireframe: false,
};

export const light: ThemeConfig = {
  token: {
    ...shared,
    colorPrimary: '#0f6b66',
    colorInfo: '#0f6b66',
    colorLink: '#0f6b66',
    // what is derived is too light on what lies under it while the mouse is there
    colorLinkHover: '#0b5753',
    colorError: '#b3261e',
    colorWarning: '#a65f00',
    colorSuccess: '#2d6a3e',
    // what is derived from such a dark one is grey
    colorSuccessBg: '#e5f2e8',
    colorSuccessBorder: '#b5d6be',
    colorWarningBg: '#fbf1df',
    colorWarningBorder: '#ecd2a2',
    colorErrorBg: '#fbeceb',
    colorErrorBorder: '#eec1bd',
    colorInfoBg: '#e2f0ee',
    colorInfoBorder: '#afd3cf',
    colorTextBase: '#182322',
    colorTextPlaceholder: '#667573',
    colorTextDescription: '#5c6b69',
    colorBgLayout: '#f5f7f6',
  },
  components: { Button: { primaryShadow: 'none', defaultShadow: 'none' } },
};

/** The colours as they are chosen below: what the algorithm makes of them is too dark to be read. */
const asChosen: typeof theme.darkAlgorithm = (seed, map) => {
  const { colorPrimary, colorInfo, colorLink, colorError, colorWarning, colorSuccess } = seed;
  const made = map ?? theme.darkAlgorithm(seed);
  return { ...made, colorPrimary, colorInfo, colorLink, colorError, colorWarning, colorSuccess };
};

export const dark: ThemeConfig = {
  algorithm: [theme.darkAlgorithm, asChosen],
  token: {
    ...shared,
    colorPrimary: '#2f9e95',
    colorInfo: '#2f9e95',
    colorLink: '#62c7bd',
    colorLinkHover: '#8ad9d1',
    colorError: '#f2766d',
    colorWarning: '#e0a458',
    colorSuccess: '#7cc08d',
    colorBgBase: '#141a1a',
    colorBgContainer: '#1b2222',
    colorBgElevated: '#222a2a',
    colorTextBase: '#e6ecea',
    // a shadow is not seen on the dark: an edge is
    boxShadow: '0 0 0 1px #3b4847, 0 8px 24px rgb(0 0 0 / 45%)',
    boxShadowSecondary: '0 0 0 1px #3b4847, 0 8px 24px rgb(0 0 0 / 45%)',
    colorTextPlaceholder: '#8b9a98',
    colorTextDescription: '#95a5a2',
  },
  components: {
    Button: {
      ...{ primaryShadow: 'none', defaultShadow: 'none' },
      // white cannot be read on it
      dangerColor: '#2a0d0b',
      ...{ colorPrimary: '#1e7f78', colorPrimaryHover: '#1a6f69', colorPrimaryActive: '#165f5a' },
      ...{ defaultHoverColor: '#8ad9d1', defaultHoverBorderColor: '#62c7bd' },
      ...{ defaultActiveColor: '#8ad9d1', defaultActiveBorderColor: '#62c7bd' },
    },
    Tabs: {
      itemSelectedColor: '#62c7bd',
      itemHoverColor: '#8ad9d1',
      itemActiveColor: '#8ad9d1',
      inkBarColor: '#62c7bd',
    },
  },
};
