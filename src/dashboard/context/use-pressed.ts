import { useState } from "react";

/**
 * Whether a control was pressed in the selection that the page still shows, and the press: the control changes at once,
 * all else once its figures are there.
 */
export function usePressed(shown: object, onPress: () => void): readonly [boolean, () => void] {
  const [pressedIn, setPressedIn] = useState<object | null>(null);
  const press = () => {
    const before = location.search;
    onPress();
    // A full address, or a portal, may refuse.
    if (location.search !== before) setPressedIn(shown);
  };
  return [pressedIn === shown, press];
}
