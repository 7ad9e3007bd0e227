namespace Pacta.Geography.Outlines;

/// <summary>A point of a plane that something is drawn on: longitude and latitude in degrees, or metres of a projection.</summary>
public readonly record struct PlanePoint(double X, double Y);
