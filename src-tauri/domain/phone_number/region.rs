use std::fmt;

use rlibphonenumber::{PHONE_NUMBER_UTIL, RegionStr};

/// A country or territory with phone numbers of its own, by its ISO 3166-1 alpha-2 code.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Region(RegionStr);

impl Region {
    /// Parses a code such as `NO`, in either case. `None` where no numbers are known, and for `001`, the whole world.
    pub fn parse(code: &str) -> Option<Self> {
        rlibphonenumber::Region::from_code(code).ok().and_then(Self::from_library)
    }

    /// Returns every region that numbers are known for, sorted by code.
    pub fn all() -> Vec<Self> {
        let mut all: Vec<Self> = PHONE_NUMBER_UTIL.get_supported_regions().filter_map(Self::from_library).collect();
        all.sort_unstable();
        all
    }

    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Returns the calling code, such as `+47`.
    pub fn calling_code(&self) -> String {
        let code = PHONE_NUMBER_UTIL.get_country_code_for_region(self.to_library());
        format!("+{}", code.unwrap_or_default())
    }

    pub(super) fn from_library(region: rlibphonenumber::Region) -> Option<Self> {
        PHONE_NUMBER_UTIL
            .get_country_code_for_region(region)
            .filter(|_| region != rlibphonenumber::Region::World)
            .map(|_| Self(region.as_region_str()))
    }

    pub(super) fn to_library(self) -> rlibphonenumber::Region {
        rlibphonenumber::Region::from_code(self.as_str()).unwrap_or(rlibphonenumber::Region::NO)
    }
}

impl Default for Region {
    fn default() -> Self {
        Self(rlibphonenumber::Region::NO.as_region_str())
    }
}

impl fmt::Debug for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Region({})", self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn norway_is_the_default() {
        assert_eq!(Region::parse("NO"), Some(Region::default()));
        assert_eq!(Region::default().calling_code(), "+47");
    }

    #[test]
    fn a_code_that_is_no_country_is_refused() {
        for code in ["", "N", "NOR", "001", "ZZ", "47", "Ñ"] {
            assert_eq!(Region::parse(code), None, "{code}");
        }
    }
}
