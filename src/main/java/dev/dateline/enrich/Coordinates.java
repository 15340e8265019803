package dev.dateline.enrich;

/**
 * A place on Earth, WGS 84, in degrees.
 *
 * @param lat −90 to 90, north positive
 * @param lon −180 to 180, east positive
 */
public record Coordinates(double lat, double lon) {
    public Coordinates {
        if (!(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) {
            throw new IllegalArgumentException("no place on Earth: " + lat + ", " + lon);
        }
    }
}
