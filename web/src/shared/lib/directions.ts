/** Opens whatever map the phone has for it. */
export function directionsTo(place: { latitude: number; longitude: number }): string {
  return `https://www.google.com/maps/dir/?api=1&destination=${place.latitude},${place.longitude}`;
}
