package org.fetchwise.blackbox.library;

import java.util.List;

/**
 * Where an exhibit comes from.
 *
 * @param place the place
 * @param year the year
 * @param owners who has had it
 */
public record Origin(String place, int year, List<String> owners) {}
